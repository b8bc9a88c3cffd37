"""From a document to the draft of a plan: files into blocks, blocks into duties, duties to YAML."""
