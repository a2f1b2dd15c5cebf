import type { ProcessStats } from '../../formation/model';

/** How long a process runs: `under 1 min`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function uptime(since: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - since) / 60_000);
  if (minutes < 1) return '< 1 min';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Bytes as a user reads them: `640 kB`, `45 MB`, `1.2 GB`. */
export function memory(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${Math.round(bytes / 1_000_000)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** `3 % · 45 MB`; whole percents, so that a process at rest is not repainted for nothing. */
export function usage(stats: ProcessStats | undefined): readonly string[] {
  return stats ? [`${Math.round(stats.cpu)} %`, memory(stats.memory)] : [];
}
