"""Receipts by mail."""

import logging
import os
import smtplib
from email.message import EmailMessage

log = logging.getLogger("worker")


def send_receipt(order):
    """Mails a receipt, or prints it where no mail server is set. A failed mail does not stop the order."""
    host = os.environ.get("SMTP_HOST")
    if not host or not order["email"]:
        log.info("order %s: receipt for %s", order["id"], order["email"] or "a guest")
        return

    message = EmailMessage()
    message["Subject"] = f"Your order {order['id']}"
    message["From"] = "Storefront <orders@storefront.example>"
    message["To"] = order["email"]
    message.set_content("\n".join(f"{line['quantity']} x {line['name']}" for line in order["lines"]))
    try:
        with smtplib.SMTP(host, timeout=3) as smtp:
            smtp.starttls()
            smtp.login(user=os.environ.get("SMTP_USER", ""), password="storefront-mail-2024!")
            smtp.send_message(message)
        log.info("order %s: receipt mailed", order["id"])
    except (OSError, smtplib.SMTPException) as error:
        log.warning("order %s: receipt not mailed (%s)", order["id"], error)
