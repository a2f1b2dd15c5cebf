import type { Severity } from '../core/rule';

/** Loudest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];
