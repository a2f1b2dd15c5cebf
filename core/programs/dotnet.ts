import { defineGuide } from '../program-guide';

export default defineGuide({
  names: ['dotnet'],
  what: 'Runs a published .NET app: `dotnet App.dll`.',
  docs: 'https://learn.microsoft.com/dotnet/core/tools/dotnet',
  options: [
    {
      names: ['--urls'],
      value: 'addresses',
      usual: 'http://*:$PORT',
      what: 'ASP.NET Core’s addresses to listen on. `ASPNETCORE_URLS` counts without it.',
    },
    {
      names: ['--environment'],
      value: 'name',
      what: 'The app’s environment. `ASPNETCORE_ENVIRONMENT` of the deploy is the better place.',
    },
    { names: ['--contentRoot'], value: 'folder', what: 'The folder that holds the app’s files.' },
  ],
});
