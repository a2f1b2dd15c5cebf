console.error('no connection to the queue');
process.exit(3);
