import { tokenHeader, type Conflict, type StudioApi } from '../api.ts';

/** What the server refused, in its words. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** The file changed on disk since it was opened. */
export class ChangedOnDisk extends Refusal {
  override name = 'ChangedOnDisk';
  readonly conflict: Conflict;
  constructor(conflict: Conflict) {
    super(conflict.message);
    this.conflict = conflict;
  }
}

/** Ask the server; throws `Refusal` with what one can do about it. */
export async function ask<K extends keyof StudioApi>(request: K, ...[input]: Parameters<StudioApi[K]>): Promise<ReturnType<StudioApi[K]>> {
  const [method = '', name = ''] = request.split(' ');
  const query = method === 'GET' && input ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
  const body = method === 'GET' ? null : JSON.stringify(input);
  return (await send(method, `${name}${query}`, body, 'application/json')) as ReturnType<StudioApi[K]>;
}

/** Store a picture for a document. */
export async function sendPicture(path: string, file: File): Promise<ReturnType<StudioApi['POST picture']>> {
  const query = new URLSearchParams({ path, name: file.name || 'picture.png' });
  return (await send('POST', `picture?${query}`, file, file.type || 'application/octet-stream')) as ReturnType<StudioApi['POST picture']>;
}

async function send(method: string, address: string, body: BodyInit | null, type: string): Promise<unknown> {
  const studio = location.origin + location.pathname;
  const request = (token: string): Promise<Response> => {
    const headers = { [tokenHeader]: token, ...(body !== null && { 'content-type': type }) };
    return fetch(new URL(`api/${address}`, studio), { method, headers, body });
  };
  let response: Response;
  try {
    response = await request(token);
    // A studio that was started anew has another token; what is not saved stays in the page.
    if (response.status === 403) {
      token = tokenOf(new DOMParser().parseFromString(await (await fetch(studio)).text(), 'text/html'));
      response = await request(token);
    }
  } catch {
    throw new Refusal(
      'The studio’s server does not answer. Is `npm run studio` still running? Nothing is lost: this page keeps your changes.',
    );
  }
  const answer = (await response.json().catch(() => null)) as (Conflict & { fix?: string }) | null;
  if (response.ok) return answer;
  if (response.status === 409 && answer?.version !== undefined) throw new ChangedOnDisk(answer);
  throw new Refusal([answer?.message ?? `The server answered ${response.status}.`, answer?.fix].filter(Boolean).join(' '));
}

function tokenOf(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="studio-token"]')?.content ?? '';
}

let token = tokenOf(document);
