import { defineStack } from '../suggestion';

/** ASP.NET projects, as `dotnet publish` leaves them. */
export default defineStack({
  id: 'dotnet',
  suggest: (view) =>
    view
      .files(/(?:^|\/)[\w.-]+\.csproj$/)
      .filter((path) => !/Tests?\.csproj$/.test(path))
      .flatMap((path) => {
        const text = view.text(path);
        const isWorker = text?.includes('Microsoft.NET.Sdk.Worker') === true;
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        const isWeb =
          text === undefined ? view.has(`${folder}appsettings.json`) : text.includes('Microsoft.NET.Sdk.Web');
        if (!isWeb && !isWorker) return [];
        const name = path.slice(folder.length, -'.csproj'.length);
        const run = `cd ${folder}bin/publish && exec ./${name}`;
        const why = `.NET project ${name}`;
        return isWorker
          ? [{ type: 'worker', command: run, why }]
          : [{ type: 'web', command: `${run} --urls http://*:$PORT`, why }];
      }),
});
