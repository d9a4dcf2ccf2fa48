"""Names of people and organisations: what the recogniser found, and what it missed.

What it found gets its edges (`extent`) and is judged (`recognised`); what it missed is
told by the words around (`missed`); in the end all is put together (`finding`).
"""
