"""claimsdash: a dashboard for contested numbers."""
