import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { RemovalPolicy, Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { type Service, tableName } from "../../shared/service/index.ts";
import { indexAttributes } from "../../shared/store/table.ts";
import { dueIndex } from "../../shared/store/written.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * A service's table. `Table`, not `TableV2`: a town lives in one region, and `AWS::DynamoDB::Table` is what every region
 * of both partitions has and what cdk-nag's rule on recovery looks at.
 *
 * Encrypted with DynamoDB's key in the account (`aws/dynamodb`): it is rotated yearly and its use is in CloudTrail. A key
 * of our own would add a policy to get wrong and a way to lose every file at once, and no separation of duties, since the
 * town's account is run by those who run the table.
 */
export function serviceTable(scope: Construct, id: string, town: string, service: Service): Table {
  const table = new Table(scope, id, {
    tableName: tableName(town, service.name),
    partitionKey: text("pk"),
    sortKey: text("sk"),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    encryption: TableEncryption.AWS_MANAGED,
    stream: StreamViewType.NEW_IMAGE,
  });
  for (const { name, projection } of [...service.indexes, { name: dueIndex, projection: "keys" }]) {
    const { partition, sort } = indexAttributes(name);
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(partition),
      sortKey: text(sort),
      projectionType: projection === "all" ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
    });
  }
  Validations.of(table).acknowledge({
    id: "NIST.800.53.R5-DynamoDBInBackupPlan",
    reason: "Point-in-time recovery goes back 35 days; a plan of backups would keep what was erased on its day (P-8)",
  });
  return table;
}
