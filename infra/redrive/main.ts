import { SQSClient } from "@aws-sdk/client-sqs";
import { redrive } from "./redrive.ts";

/** `npm run redrive -- <URL of the queue of undelivered events> <URL of the queue that missed them>` */
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error("npm run redrive -- <from: URL of the undelivered> <to: URL of the queue> / 须给出两个队列的地址");
  process.exit(64);
}
const sqs = new SQSClient({ useQueueUrlAsEndpoint: true });
let count = 0;
const show = () => {
  count += 1;
  if (process.stderr.isTTY) process.stderr.write(`\r${count} 已转 moved`);
};
try {
  const { moved } = await redrive(sqs, from, to, show);
  console.log(`\n${moved} 已转 moved`);
} catch (error) {
  console.error(`\n${count} 已转 moved. ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
  process.exit(1);
}
