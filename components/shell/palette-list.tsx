import Link from "next/link";
import type { MouseEvent, RefObject } from "react";
import { Button } from "@/components/ui/button";
import { applyTheme } from "./apply-theme";
import type { PaletteAnswer } from "./palette-answer";
import { type ChoiceGroup, type PaletteChoice, shownTheme } from "./palette-choices";
import { PaletteIcon } from "./palette-icon";
import { PALETTE } from "./palette-parts";

/** The id of a choice, by its number among all. */
export function optionId(index: number): string {
  return `palette-option-${index}`;
}

type Props = {
  ref: RefObject<HTMLDivElement | null>;
  groups: readonly ChoiceGroup[];
  /** The number of the choice that Enter takes. */
  active: number;
  isPending: boolean;
  answer: PaletteAnswer | null;
  onPoint: (index: number) => void;
  onRetry: () => void;
};

/** What there is to choose, in groups; or why there is nothing. */
export function PaletteList({ ref, groups, active, isPending, answer, onPoint, onRetry }: Props) {
  if (answer === null) return <p className={sentenceClass}>Searching…</p>;
  if (answer.fault !== null) return <Fault sentence={answer.fault} onRetry={onRetry} />;
  if (groups.length === 0)
    return isPending ? <p className={sentenceClass}>Searching…</p> : <Nothing text={answer.text} />;
  return (
    <div
      ref={ref}
      id={PALETTE.list}
      role="listbox"
      aria-label="Results"
      aria-busy={isPending || undefined}
      className="min-h-0 scroll-py-2 overflow-y-auto overscroll-contain pb-2 transition-opacity aria-busy:opacity-60 aria-busy:delay-200"
    >
      {groups.map((group) => (
        <Group key={group.label} group={group} active={active} onPoint={onPoint} />
      ))}
    </div>
  );
}

const sentenceClass = "px-4 py-8 text-center text-ink-muted";

function Nothing({ text }: { text: string }) {
  return (
    <div className={sentenceClass}>
      <p className="font-medium text-ink wrap-anywhere">Nothing within your remit matches “{text}”.</p>
      <p>Try fewer letters, an e-mail address or a postcode.</p>
    </div>
  );
}

function Fault({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-8 text-center">
      <p className="font-medium">{sentence}</p>
      <Button type="button" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

function Group({
  group: { label, choices, first },
  active,
  onPoint,
}: Pick<Props, "active" | "onPoint"> & { group: ChoiceGroup }) {
  const heading = `palette-group-${first}`;
  // A group of options: no element of HTML means that outside a select.
  const group = { role: "group", "aria-labelledby": heading };
  return (
    <div {...group}>
      <p id={heading} role="presentation" className="px-4 pt-3 pb-1 text-xs font-medium text-ink-muted">
        {label}
      </p>
      {choices.map((choice, index) => (
        <Choice
          key={"href" in choice ? choice.href : choice.theme}
          choice={choice}
          group={label}
          index={first + index}
          isActive={first + index === active}
          onPoint={onPoint}
        />
      ))}
    </div>
  );
}

function Choice({
  choice,
  group,
  index,
  isActive,
  onPoint,
}: {
  choice: PaletteChoice;
  group: string;
  index: number;
  isActive: boolean;
  onPoint: Props["onPoint"];
}) {
  const option = {
    id: optionId(index),
    role: "option",
    tabIndex: -1,
    "aria-selected": isActive,
    className: optionClass,
    // Only where the pointer is moved: a list that changes under a still one chooses nothing.
    onMouseMove: () => isActive || onPoint(index),
    // The focus stays in the box.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
  const content = <ChoiceContent choice={choice} group={group} />;
  if ("href" in choice) {
    return (
      <Link href={choice.href} prefetch={false} {...option}>
        {content}
      </Link>
    );
  }
  return (
    <button
      type="button"
      {...option}
      onClick={({ currentTarget }) => {
        currentTarget.closest("dialog")?.close();
        void applyTheme(choice.theme, shownTheme().chosen);
      }}
    >
      {content}
    </button>
  );
}

function ChoiceContent({ choice: { label, detail, isMore }, group }: { choice: PaletteChoice; group: string }) {
  if (isMore) return <span className="ps-7 text-accent wrap-anywhere">{label}</span>;
  return (
    <>
      <PaletteIcon group={group} />
      <span className="min-w-0 flex-1 font-medium wrap-anywhere">{label}</span>
      {/* After the name, so that a screen reader says both; a comma parts them where they are heard. */}
      {detail !== "" && (
        <span className="max-w-1/2 shrink-0 truncate text-end text-sm text-ink-muted">
          <span className="sr-only">, </span>
          {detail}
        </span>
      )}
    </>
  );
}

const optionClass =
  "mx-2 flex min-h-9 w-[calc(100%-1rem)] cursor-default items-center gap-3 rounded-md px-2.5 py-1 text-start max-md:min-h-11 aria-selected:bg-accent-soft forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2";
