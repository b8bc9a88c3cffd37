"""The ledger: one Protocol, one file a store, and the hash chain that ties entries together."""
