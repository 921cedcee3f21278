import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Stack, type StackProps } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { alarmTopicName } from "../../shared/service/index.ts";

/** Where a town's alarms go: CloudWatch, and nobody else, may publish; the address confirms by a link in its first mail. */
export class AlarmTopicStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly town: string; readonly to: string }) {
    super(scope, id, props);
    const topic = new Topic(this, "Topic", { topicName: alarmTopicName(props.town), enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(props.to));
  }
}
