import { ChevronRight } from "lucide-react";
import { type Fact, Facts } from "@/components/patterns/facts";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { neighbourhoodPath, UNIT_NAMES } from "@/lib/places/neighbourhood-tree/constants";
import type { NeighbourhoodRecord, PathStep } from "@/lib/places/neighbourhood-tree/queries";

/** What a place is: its level, names, code and what it lies in. */
export function NeighbourhoodFacts({ neighbourhood }: { neighbourhood: NeighbourhoodRecord }) {
  const { unit, welshName, code, path } = neighbourhood;
  const facts: Fact[] = [
    { name: "Level", value: UNIT_NAMES[unit] },
    { name: "Welsh name", value: welshName && <span lang="cy">{welshName}</span> },
    { name: "Code", value: <span className="tabular-nums">{code}</span> },
    { name: "Lies in", value: path.length > 1 ? <Above steps={path.slice(1)} /> : "Nothing: it is at the top" },
  ];
  return (
    <Card id="about" title="About">
      <Facts facts={facts} narrow />
    </Card>
  );
}

/** The places above, the nearest first, each leading to its page. */
function Above({ steps }: { steps: readonly PathStep[] }) {
  return (
    <ol className="flex flex-wrap items-center gap-x-1">
      {steps.map((step, index) => (
        <li key={step.id} className="flex items-center gap-1">
          {index > 0 && <ChevronRight aria-hidden className="size-3.5 text-ink-muted" />}
          <TextLink href={neighbourhoodPath(step)} className="inline-flex min-h-6 items-center">
            {step.name}
          </TextLink>
        </li>
      ))}
    </ol>
  );
}
