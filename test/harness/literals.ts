/** Picks one of so many. */
export type Choose = (count: number) => number;

const JAVASCRIPT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A value as one of the JavaScript literals that mean it. */
export function javascriptLiteral(value: string, choose: Choose): string {
  const quote = ["'", '"', '`'][choose(3)] ?? "'";
  const body = [...value].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const units = [...Array(character.length).keys()].map((at) => `\\u${hex(character.charCodeAt(at), 4)}`);
    const ways = [units.join(''), `\\u{${code.toString(16)}}`, JAVASCRIPT[character] ?? units.join('')];
    if (code < 256) ways.push(`\\x${hex(code, 2)}`);
    if (/['"`\\$#]/.test(character)) ways.push(`\\${character}`);
    else if (!/[\r\n\p{Surrogate}]/u.test(character)) ways.push(character, character, character);
    return ways[choose(ways.length)] ?? '';
  });
  return quote + body.join(choose(8) === 0 ? '\\\n' : '') + quote;
}

const PYTHON: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A value as one of the Python literals that mean it. */
export function pythonLiteral(value: string, choose: Choose): string {
  const quote = ["'", '"', "'''", '"""'][choose(4)] ?? "'";
  const prefix = ['', '', 'u', 'f', 'F', 'r'][choose(6)] ?? '';
  if (prefix === 'r')
    return /^[\w #$.:/-]*$/.test(value) ? `r${quote}${value}${quote}` : `"${escapedPython(value)}"`;
  const body = [...value].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const long = `\\U${hex(code, 8)}`;
    const ways = [long, code < 0x10000 ? `\\u${hex(code, 4)}` : long, PYTHON[character] ?? long];
    if (code < 256) ways.push(`\\x${hex(code, 2)}`, `\\${code.toString(8).padStart(3, '0')}`);
    if (/['"\\]/.test(character)) ways.push(`\\${character}`);
    else if (/[{}]/.test(character)) ways.push(/f/i.test(prefix) ? character.repeat(2) : character);
    else if (!/[\r\n\0\p{Surrogate}]/u.test(character)) ways.push(character, character, character);
    return ways[choose(ways.length)] ?? '';
  });
  return prefix + quote + body.join(choose(8) === 0 ? '\\\n' : '') + quote;
}

function escapedPython(value: string): string {
  return [...value].map((character) => `\\U${hex(character.codePointAt(0) ?? 0, 8)}`).join('');
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
