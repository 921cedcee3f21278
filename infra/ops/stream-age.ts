import { SignatureV4 } from "@smithy/signature-v4";
import { XMLParser } from "fast-xml-parser";
import * as z from "zod";
import { Sha256 } from "../embedded/sigv4.ts";

interface Asking {
  readonly region: string;
  readonly credentials: () => Promise<{ readonly accessKeyId: string; readonly secretAccessKey: string }>;
  /** CloudWatch's own address, unless a test has another. */
  readonly endpoint?: string;
}

/** So far back the age is asked for, in seconds: a relay that had nothing to do says nothing. */
const span = 15 * 60;

const text = z.union([z.string(), z.number()]);
const datapoint = z.object({ Maximum: text.transform(Number) });
const answered = z.object({
  GetMetricStatisticsResponse: z.object({
    GetMetricStatisticsResult: z.object({
      Datapoints: z.union([
        z.object({ member: z.union([datapoint, z.array(datapoint)]) }).transform(({ member }) => [member].flat()),
        z.literal("").transform(() => []),
        z.undefined().transform(() => []),
      ]),
    }),
  }),
});

/**
 * How old the oldest event was that a relay read from its stream in the last quarter of an hour, in milliseconds; 0 where it
 * read none. AWS's client for CloudWatch would be one more package for one question.
 * @throws Error where CloudWatch refuses
 */
export async function streamAge(relay: string, now: string, asking: Asking): Promise<number> {
  const { region, endpoint = `https://monitoring.${region}.${suffixOf(region)}/` } = asking;
  const url = new URL(endpoint);
  const until = Date.parse(now);
  const body = new URLSearchParams({
    ...{ Action: "GetMetricStatistics", Version: "2010-08-01", Namespace: "AWS/Lambda", MetricName: "IteratorAge" },
    ...{ "Dimensions.member.1.Name": "FunctionName", "Dimensions.member.1.Value": relay },
    ...{ StartTime: new Date(until - span * 1000).toISOString(), EndTime: new Date(until).toISOString() },
    ...{ Period: String(span), "Statistics.member.1": "Maximum" },
  }).toString();
  const signer = new SignatureV4({
    ...{ service: "monitoring", region, sha256: Sha256 },
    credentials: asking.credentials,
  });
  const { headers } = await signer.sign({
    ...{ method: "POST", protocol: url.protocol, hostname: url.hostname, path: "/", body },
    headers: { host: url.host, "content-type": "application/x-www-form-urlencoded" },
  });
  const response = await fetch(url, { method: "POST", headers, body });
  if (!response.ok) throw new Error(`CloudWatch answers ${response.status}`);
  const { Datapoints } = answered.parse(new XMLParser().parse(await response.text())).GetMetricStatisticsResponse
    .GetMetricStatisticsResult;
  return Math.max(0, ...Datapoints.map(({ Maximum }) => Maximum));
}

const suffixOf = (region: string) => (region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");
