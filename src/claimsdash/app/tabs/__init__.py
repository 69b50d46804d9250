"""The tabs of the topic page that set claims beside each other; only the open one computes anything."""
