const [task, ...argv] = process.argv.slice(2);

if (task === 'ask') {
  const { runAsk } = await import('./ask.js');
  process.exitCode = await runAsk(argv, process);
}
