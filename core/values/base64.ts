const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text that base64 stands for (RFC 4648, section 4); undefined where it is none, or holds no plain ASCII text. */
export function textOfBase64(encoded: string): string | undefined {
  const padded = encoded.replace(/\s/g, '');
  if (padded === '' || padded.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(padded)) return undefined;
  let text = '';
  let bits = 0;
  let held = 0;
  for (const letter of padded) {
    if (letter === '=') break;
    held = ((held << 6) | ALPHABET.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    text += String.fromCharCode((held >> bits) & 0xff);
  }
  return /^[\t\n\r -~]+$/.test(text) ? text : undefined;
}
