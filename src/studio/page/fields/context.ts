import type { Shape } from '../../../lib/content/form-shape.ts';
import type { JsonSchema } from '../../../lib/json-schema.ts';
import type { FormPath } from '../form-paths.ts';
import type { Session } from '../session.ts';

/** What the fields of a form share. */
export interface FieldContext {
  session: Session;
  /** Where findings are shown, by the name of the field: `screenshots[0].alt`. */
  slots: Map<string, Slot>;
  /** Whether a part is unfolded, by its name, where that is not how it starts; kept while fields are drawn anew. */
  open: Map<string, boolean>;
  draw: (spot: Spot) => HTMLElement;
  /** Show the findings again after fields have been drawn anew. */
  refresh: () => void;
}

/** One field, in its place. */
export interface Spot {
  path: FormPath;
  key: string;
  shape: Shape;
  schema: JsonSchema;
  need?: 'required' | 'advised' | '';
  label?: string;
  /** An entry of a list that its number names: its label is for screen readers. */
  bare?: boolean;
  /** The name of its section is also its own. */
  unnamed?: boolean;
}

interface Slot {
  /** Name of the field as people read it. */
  label: string;
  notes: HTMLElement;
  /** What is marked as invalid. */
  input: HTMLElement | null;
}
