import { Banner } from "@/components/patterns/banner";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { BulkResult, BulkResults } from "@/lib/places/partner-bulk/schemas";

const looks: Readonly<Record<BulkResult["outcome"], { word: string; tone: BadgeTone }>> = {
  refused: { word: "Refused", tone: "danger" },
  done: { word: "Done", tone: "success" },
  kept: { word: "No change", tone: "neutral" },
};

/** What became of each partner that an act was meant for: what was refused first, with the reason. */
export function BulkOutcome({ outcome: { results, missing } }: { outcome: BulkResults }) {
  const count = (outcome: BulkResult["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  const refused = count("refused") + missing;
  const order = Object.keys(looks);
  const sorted = results.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return (
    <div data-form-message tabIndex={-1} className="rounded-lg">
      <Banner role="status" tone={refused > 0 ? "warning" : "success"} title={titleOf(count("done"), refused)}>
        <ul aria-label="What became of each partner" className="grid gap-1">
          {sorted.map(({ partnerId, name, outcome, text }) => (
            <li key={partnerId} className="wrap-anywhere">
              <Badge tone={looks[outcome].tone}>{looks[outcome].word}</Badge>{" "}
              <span className="font-medium">{name}</span>: {text}
            </li>
          ))}
          {missing > 0 && <li>{missing === 1 ? "1 is" : `${missing} are`} not within your remit any more.</li>}
        </ul>
      </Banner>
    </div>
  );
}

function titleOf(done: number, refused: number): string {
  const changed = done === 0 ? "No partner changed" : done === 1 ? "1 partner changed" : `${done} partners changed`;
  return refused === 0 ? changed : `${changed}, ${refused} refused`;
}
