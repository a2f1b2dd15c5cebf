const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const POLYNOMIAL = 0xedb88320;
const CHECKSUM = 6;

/** CRC-32 (IEEE 802.3) of a text of ASCII, as an unsigned number. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The CRC-32 of a text in base 62, with noughts in front, as GitHub and npm end their tokens. */
export function checksumOf(text: string): string {
  let rest = crc32(text);
  let written = '';
  while (rest > 0) {
    written = (BASE62[rest % 62] ?? '') + written;
    rest = Math.floor(rest / 62);
  }
  return written.padStart(CHECKSUM, '0');
}

/** Whether a token ends with the checksum of what stands between its prefix, up to the first `_`, and it. */
export function endsWithChecksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1);
  return checksumOf(body.slice(0, -CHECKSUM)) === body.slice(-CHECKSUM);
}
