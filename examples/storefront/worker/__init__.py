"""The worker: takes orders, packs them, sends receipts."""
