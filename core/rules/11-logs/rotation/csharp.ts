import type { Api } from '../../../rule';
import { moves } from './rotates';

const apis: readonly Api[] = [moves(['File.Move', 'System.IO.File.Move'], true)];

export default apis;
