/** An entry's fixed part, in bytes, up to the object's name, and the two bytes of flags behind that. */
const BEFORE_HASH = 40;
const SHA1 = 20;
const SHA256 = 32;
const EXTENDED = 0x4000;

/**
 * The paths of the files that git tracks, from the bytes of its index (versions 2 to 4, of which git's
 * `index-format` documentation tells). Undefined where the bytes are no such index. Never throws.
 */
export function readGitIndex(bytes: Uint8Array): string[] | undefined {
  if (bytes.length < 12 || ascii(bytes, 0, 4) !== 'DIRC') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(4);
  const count = view.getUint32(8);
  if (version < 2 || version > 4) return undefined;
  return readEntries(bytes, view, version, count, SHA1) ?? readEntries(bytes, view, version, count, SHA256);
}

function readEntries(
  bytes: Uint8Array,
  view: DataView,
  version: number,
  count: number,
  hash: number,
): string[] | undefined {
  const decoder = new Utf8();
  const paths: string[] = [];
  let at = 12;
  let before: Uint8Array = new Uint8Array();
  for (let entry = 0; entry < count; entry++) {
    const flagsAt = at + BEFORE_HASH + hash;
    if (flagsAt + 2 > bytes.length) return undefined;
    const flags = view.getUint16(flagsAt);
    let name = flagsAt + 2 + (version >= 3 && (flags & EXTENDED) !== 0 ? 2 : 0);
    let kept: Uint8Array = new Uint8Array();
    if (version === 4) {
      const strip = readOffset(bytes, name);
      if (!strip || strip.value > before.length) return undefined;
      kept = before.subarray(0, before.length - strip.value);
      name = strip.past;
    }
    const end = bytes.indexOf(0, name);
    if (end < 0) return undefined;
    before = joined(kept, bytes.subarray(name, end));
    if (before.length === 0) return undefined;
    paths.push(decoder.decode(before));
    at = version === 4 ? end + 1 : at + padded(end - at + 1);
  }
  return paths;
}

/** Entries are filled up with NULs to a multiple of eight bytes. */
function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** A number as pack files write their offsets. */
function readOffset(bytes: Uint8Array, start: number): { value: number; past: number } | undefined {
  let at = start;
  let byte = bytes[at++] ?? 0;
  let value = byte & 127;
  while ((byte & 128) !== 0) {
    if (at >= bytes.length || value > 0x7fffff) return undefined;
    byte = bytes[at++] ?? 0;
    value = ((value + 1) << 7) | (byte & 127);
  }
  return { value, past: at };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** UTF-8 without a decoder of the platform: paths are short and mostly ASCII. */
class Utf8 {
  decode(bytes: Uint8Array): string {
    let escaped = '';
    let plain = '';
    for (const byte of bytes) {
      plain += String.fromCharCode(byte);
      escaped +=
        byte < 128 && byte !== 37 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`;
    }
    try {
      return decodeURIComponent(escaped);
    } catch {
      // A path that is no UTF-8 stays as its bytes.
      return plain;
    }
  }
}
