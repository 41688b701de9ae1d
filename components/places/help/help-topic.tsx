import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** One topic of the help: a heading that can be linked to, and what there is to say, as paragraphs and lists of its own. */
export function HelpTopic({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className="scroll-mt-16" id={id}>
      <Card id={`${id}-title`} title={title}>
        <div className="grid max-w-prose gap-3">{children}</div>
      </Card>
    </div>
  );
}

/** Points of a topic, each with its own first words. */
export function HelpPoints({ points }: { points: readonly (readonly [words: string, rest: ReactNode])[] }) {
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {points.map(([words, rest]) => (
        <li key={words}>
          <strong className="font-semibold">{words}</strong> {rest}
        </li>
      ))}
    </ul>
  );
}
