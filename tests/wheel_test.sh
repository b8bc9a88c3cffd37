#!/bin/sh
# Build sdist and wheel, install the wheel into a clean environment elsewhere, and run the three
# commands of the README from an empty directory.
set -eu
python=$1
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m build --no-isolation --outdir "$work/dist" "$here" > "$work/build.log" 2>&1 \
  || { cat "$work/build.log"; exit 1; }
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  -c requirements/run.txt "$work"/dist/*.whl
mkdir "$work/empty" "$work/home"
cd "$work/empty"
HOME="$work/home" CCHC_CACHE="$work/cache" && export HOME CCHC_CACHE
unset CCHC_PLANS CCHC_TEMPLATES || true
"$work/venv/bin/cchc" duties --agency "Sở Nội vụ" | grep -q 'V\.6\.4b'
"$work/venv/bin/cchc" deadlines --today 2021-06-10 | grep -q 'V\.6\.4b'
"$work/venv/bin/cchc" report --period h1 > bao_cao.docx.md
grep -q 'BÁO CÁO' bao_cao.docx.md
"$work/venv/bin/cchc" plan schema | grep -q 'cchc-plan/1'
"$work/venv/bin/cchc" template list | grep -q 'word/letter\.docx'
test "$(ls)" = bao_cao.docx.md
"$work/venv/bin/cchc" report --period h1 -o bao_cao.docx
"$work/venv/bin/cchc" template lint --nd30 bao_cao.docx
echo "wheel: the three commands run from an empty directory"
