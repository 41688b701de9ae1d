import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { DataFault } from "@/lib/places/data-quality/constants";
import type { DataFinding, FaultyRecord } from "@/lib/places/data-quality/queries";

/** What a fault is called, why it matters, and where one record is put right. */
export type FaultWords = Readonly<{ title: string; why: string; repairHref: (record: FaultyRecord) => string }>;

/** One fault of the data: how many records have it, the first of them with the way to where each is put right, and the list of all. */
export function FindingCard({ finding, words }: { finding: DataFinding; words: FaultWords }) {
  const { fault, count, href, records } = finding;
  return (
    <Card id={idOf(fault)} title={words.title} state={<Badge tone="warning">{count.toLocaleString("en-GB")}</Badge>}>
      <div className="grid gap-3">
        <p className="max-w-prose text-ink-muted">{words.why}</p>
        <ul className="grid gap-1">
          {records.map((record) => (
            <li key={record.id}>
              <TextLink href={words.repairHref(record)} className="wrap-anywhere">
                {record.name}
              </TextLink>
            </li>
          ))}
        </ul>
        {count > records.length && (
          <p>
            <TextLink href={href} aria-describedby={idOf(fault)}>
              All {count.toLocaleString("en-GB")}
            </TextLink>
          </p>
        )}
      </div>
    </Card>
  );
}

function idOf(fault: DataFault): string {
  return `fault-${fault}`;
}
