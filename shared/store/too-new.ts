/** Thrown when the data was written by a newer program than this one; nothing is read wrongly, nothing is written. */
export class StoreTooNew extends Error {
  override readonly name = "StoreTooNew";

  constructor(aggregate: string, written: number, known: number) {
    super(
      `${aggregate}: the data has shape ${written}, this program knows shape ${known}; start the newer program` +
        ` / 数据由较新版本的程序写入（结构${written}，本程序为${known}），请使用新版程序`,
    );
  }
}
