// Ends with 0 while the town serves people. For a container, which has no curl.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health`).catch(() => undefined);
process.exit(answer?.ok === true ? 0 : 1);
