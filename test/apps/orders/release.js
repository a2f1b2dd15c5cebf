console.log('2 migrations applied');
