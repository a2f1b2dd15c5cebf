// Keeps the workbench to what a test or a first look is about.
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  // An editor in a browser saves a second after each change, so that a slow test would break the files of the next.
  'files.autoSave': 'off',
};
