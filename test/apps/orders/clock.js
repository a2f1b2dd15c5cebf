let ticks = 0;
console.log('tick 0');
setInterval(() => console.log(`tick ${++ticks}`), 2000);
