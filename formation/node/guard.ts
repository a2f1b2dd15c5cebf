/** Ends all processes of the app should this program die. */
export interface Guard {
  /** Called before a process is started. */
  ready(): void;
  /** Takes the process group of a start under guard. */
  add(group: number): void;
  /** Nothing is left of that start. */
  remove(group: number): void;
}
