"use client";
import { useFormError, useFormValues } from "@/components/patterns/form-context";
import { valueText } from "@/components/patterns/form-values";
import { FieldError, fieldId } from "@/components/ui/field-frame";
import { PLACED_STRATEGIES, STRATEGIES, STRATEGY_WORDS } from "@/lib/places/calendars/constants";

/** How events get their place: one of a few ways, each with what it means. */
export function StrategyField() {
  const chosen = valueText(useFormValues().strategy);
  const error = useFormError("strategy");
  const id = fieldId("strategy");
  return (
    <fieldset className="grid content-start gap-1.5" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="mb-1.5 text-base font-medium">Where the events take place</legend>
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="grid gap-2">
        {STRATEGIES.map((strategy) => {
          const { name, sentence } = STRATEGY_WORDS[strategy];
          const needsPlace = PLACED_STRATEGIES.includes(strategy);
          return (
            <div key={strategy} className="grid grid-cols-[auto_1fr] gap-x-2.5">
              <input
                id={`${id}-${strategy}`}
                type="radio"
                name="strategy"
                value={strategy}
                defaultChecked={strategy === chosen}
                aria-describedby={`${id}-${strategy}-help`}
                className="mt-1 size-4 accent-accent"
              />
              <label htmlFor={`${id}-${strategy}`} className="min-h-6 justify-self-start">
                {name}
              </label>
              <span id={`${id}-${strategy}-help`} className="col-start-2 text-sm text-ink-muted">
                {sentence}
                {needsPlace && " Needs a default place."}
              </span>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
