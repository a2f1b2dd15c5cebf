/** What one piece of input does: what the terminal shows, and what goes to the process. */
export interface Typed {
  readonly echo: string;
  readonly send: string;
  /** Ctrl+C was pressed. */
  readonly interrupt: boolean;
}

/** Backwards over one cell, a blank over what stood there, and backwards again. */
const rubOut = '\b \b';

/**
 * Lets a line be typed for a process that reads from a pipe, where no terminal echoes it or lets it be mended. A line
 * is sent when it is complete; Ctrl+D sends what there is, Ctrl+U takes the line back.
 */
export class LineEditor {
  #line = '';

  type(data: string): Typed {
    let echo = '';
    let send = '';
    let interrupt = false;
    for (const key of keysOf(data)) {
      if (key === '\u0003') {
        interrupt = true;
        echo += `^C\r\n`;
        this.#line = '';
      } else if (key === '\r' || key === '\n') {
        send += `${this.#line}\n`;
        echo += '\r\n';
        this.#line = '';
      } else if (key === '\u0004') {
        send += this.#line;
        this.#line = '';
      } else if (key === '\u007f' || key === '\b') echo += this.#erase(1);
      else if (key === '\u0015') echo += this.#erase(Array.from(this.#line).length);
      else if (key >= ' ' || key === '\t') {
        this.#line += key;
        echo += key;
      }
    }
    return { echo, send, interrupt };
  }

  #erase(count: number): string {
    const characters = Array.from(this.#line);
    const erased = Math.min(count, characters.length);
    this.#line = characters.slice(0, characters.length - erased).join('');
    return rubOut.repeat(erased);
  }
}

/** Single characters; the sequences of arrow and function keys are left out, for there is nothing for them to do. */
function keysOf(data: string): readonly string[] {
  const plain = data
    .replaceAll('\r\n', '\r')
    .split('\u001b')
    .map((part, at) => (at === 0 ? part : afterSequence(part)));
  return Array.from(plain.join(''));
}

function afterSequence(part: string): string {
  return part.replace(/^(?:\[[\d;?]{0,20}[A-Za-z~]|O[A-Z])?/, '');
}
