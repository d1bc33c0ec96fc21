import type { Findings, FoundDiagnostic, OpenDocument } from '../api.ts';
import { valueAt } from '../../documents/values.ts';
import { framedBody, fromForm, normal, toForm, type Form, type FormValue } from '../../lib/content/form.ts';
import { formShape, type Shape } from '../../lib/content/form-shape.ts';
import { CannotWrite } from '../../lib/content/write-document.ts';
import type { JsonSchema } from '../../lib/json-schema.ts';
import { countWords } from './document-groups.ts';
import { begin, change, redo, undo, type History } from './edit-history.ts';
import { fixedFields } from './fixed-fields.ts';
import { parseFieldName, withValue, type FormPath } from './form-paths.ts';
import { ask, Refusal } from './server.ts';

/** Milliseconds without typing before the check is asked. */
const checkDelay = 150;

type Saving = 'saved' | 'unsaved' | 'saving';

/** What others may want to know: a value, the findings, whether it is saved; `form` when every field may differ. */
type SessionEvent = 'value' | 'form' | 'findings' | 'saving';

/** A document being edited. It knows no element: panes listen to it. */
export class Session {
  readonly path: string;
  readonly schema: JsonSchema;
  readonly shapes: Record<string, Shape>;
  /** The document as it is on disk. */
  disk: OpenDocument;
  /** The document as it would be saved. */
  text: string;
  findings: Findings;
  /** Fields that only a text editor can change, each with its text. */
  fixed: ReadonlyMap<string, string>;
  /** Why the form cannot be written; null when it can. */
  refusal: string | null = null;
  saving: Saving = 'saved';
  history: History<Form>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checks = 0;
  #steps = 0;
  readonly #listeners = new Set<(event: SessionEvent) => void>();

  /** Throws `CannotWrite` when the document cannot be read. */
  constructor(opened: OpenDocument, schema: JsonSchema) {
    const form = toForm(opened.text, schema);
    this.path = opened.path;
    this.schema = schema;
    this.shapes = formShape(schema);
    this.disk = opened;
    this.findings = opened;
    this.fixed = fixedFields(opened.text, form.fields);
    this.history = begin(form);
    this.text = opened.text;
  }

  get form(): Form {
    return this.history.present;
  }

  /** The errors of the document itself. Those that the check of the whole site found are of the last save, and keep nobody from the next. */
  get errors(): FoundDiagnostic[] {
    return this.findings.diagnostics.filter(({ severity, whole }) => severity === 'error' && !whole);
  }

  listen(listener: (event: SessionEvent) => void): void {
    this.#listeners.add(listener);
  }

  value(path: FormPath): FormValue | undefined {
    return path[0] === 'body' ? this.form.body : (valueAt(this.form.fields, path) as FormValue | undefined);
  }

  set(path: FormPath, value: FormValue): void {
    const form = this.form;
    const { body } = this.history.past[0] ?? form;
    const next =
      path[0] === 'body' ? { ...form, body: framedBody(value as string, body) } : { ...form, fields: withValue(form.fields, path, value) };
    // Typing on is one step; each entry that is added, moved or removed is one.
    const about = typeof value === 'string' ? path.join('.') : `${path.join('.')} ${++this.#steps}`;
    this.history = change(this.history, next, { about, at: Date.now() });
    this.#changed('value');
  }

  undo(): void {
    this.history = undo(this.history);
    this.#changed('form');
  }

  redo(): void {
    this.history = redo(this.history);
    this.#changed('form');
  }

  /** Save; `overwrite` replaces the version on disk that one has seen. Throws `ChangedOnDisk`, and `Refusal` with the reason. */
  async save(overwrite?: string): Promise<void> {
    this.#say('saving');
    try {
      await this.#write(overwrite);
    } catch (error) {
      this.#say(this.#isDirty() ? 'unsaved' : 'saved');
      throw error;
    }
  }

  async #write(overwrite?: string): Promise<void> {
    await this.check();
    if (this.refusal !== null) throw new Refusal(this.refusal);
    const errors = this.errors.length;
    if (errors > 0 && this.value(['draft']) !== true) throw new Refusal(`${countWords(errors, 0)} to correct first, or make it a draft.`);
    const saved = await ask('PUT document', { path: this.path, text: this.text, version: overwrite ?? this.disk.version });
    this.#takeDisk(saved);
    this.findings = saved;
    this.#say(this.#isDirty() ? 'unsaved' : 'saved');
    this.#tell('findings');
  }

  /** Give up one's changes for another version on disk; undo brings them back. */
  take(opened: OpenDocument): void {
    this.#takeDisk(opened);
    this.history = change(this.history, toForm(opened.text, this.schema), { about: '', at: Date.now() });
    this.findings = opened;
    this.#changed('form');
  }

  /** Ask for the findings of the present text. */
  async check(): Promise<void> {
    clearTimeout(this.#timer);
    const number = ++this.#checks;
    if (this.refusal !== null) return;
    const { diagnostics, outcomes } = await ask('POST check', { path: this.path, text: this.text });
    // An answer to an older text says nothing about this one.
    if (number !== this.#checks) return;
    this.findings = { diagnostics: [...diagnostics, ...this.#ofWholeSite()], outcomes };
    this.#tell('findings');
  }

  /** What the check of the whole site found at the last save, but in fields that have changed since. */
  #ofWholeSite(): FoundDiagnostic[] {
    const saved = toForm(this.disk.text, this.schema);
    const isSame = (key: string): boolean =>
      key === 'body' ? saved.body.trim() === this.form.body.trim() : normal(saved.fields[key]) === normal(this.form.fields[key]);
    return this.disk.diagnostics.filter(({ whole, field }) => whole && isSame(String(parseFieldName(field)[0] ?? '')));
  }

  #takeDisk(opened: OpenDocument): void {
    this.disk = opened;
    this.fixed = fixedFields(opened.text, toForm(opened.text, this.schema).fields);
  }

  #isDirty(): boolean {
    return this.refusal !== null || this.text !== this.disk.text;
  }

  #changed(event: SessionEvent): void {
    try {
      this.text = fromForm(this.form, this.disk.text, this.schema);
      this.refusal = null;
    } catch (error) {
      if (!(error instanceof CannotWrite)) throw error;
      this.refusal = error.message;
    }
    this.#tell(event);
    if (this.saving !== 'saving') this.#say(this.#isDirty() ? 'unsaved' : 'saved');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.check().catch(() => undefined), checkDelay);
  }

  #say(saving: Saving): void {
    this.saving = saving;
    this.#tell('saving');
  }

  #tell(event: SessionEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
