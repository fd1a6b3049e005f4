"""The one way of an upload: bytes → parse → check → preview → apply → undo. Only apply writes."""
