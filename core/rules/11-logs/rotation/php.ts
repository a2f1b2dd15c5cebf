import type { Api } from '../../../rule';
import { moves } from './rotates';

const apis: readonly Api[] = [moves(['rename', 'unlink'], true)];

export default apis;
