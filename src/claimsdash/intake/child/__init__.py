"""What runs in a process of its own: the readers of formats that can exhaust or end the process that opens them.

Nothing here imports pandas, which takes longer than any sheet.
"""
