import type { Node } from 'web-tree-sitter';
import { enclosing } from './handlers';

const CONTROLLERS = /(?:Controller|ActionController::\w+)\b/;
const VERBS = /^(?:get|post|put|patch|delete|head|options|route|before|after)$/;

/** Actions of Rails' controllers, blocks of Sinatra's and Grape's routes, `call` of a Rack app. */
export function isHandler(fn: Node): boolean {
  if (fn.type === 'block' || fn.type === 'do_block') {
    const method = fn.parent?.childForFieldName('method')?.text ?? '';
    const path = fn.parent?.childForFieldName('arguments')?.namedChildren[0];
    return VERBS.test(method) && !fn.parent?.childForFieldName('receiver') && /^["'/]/.test(path?.text ?? '');
  }
  if (fn.type !== 'method') return false;
  const isRack =
    fn.childForFieldName('name')?.text === 'call' &&
    /^\(?_?env\)?$/.test(fn.childForFieldName('parameters')?.text ?? '');
  const owner = enclosing(fn, /^class$/);
  const names = `${owner?.childForFieldName('name')?.text ?? ''} ${owner?.childForFieldName('superclass')?.text ?? ''}`;
  return isRack || CONTROLLERS.test(names);
}
