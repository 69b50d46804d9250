"""The ledger of tables in a workspace, and the queries on it."""
