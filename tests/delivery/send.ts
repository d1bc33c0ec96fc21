import { request, type IncomingHttpHeaders } from 'node:http';

/** Send one request on its own connection, without decoding the response or following redirects. */
export function send(url: string, headers: Record<string, string> = {}): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const raw = response.rawHeaders.filter((_, index) => index % 2 === 0).map((header) => header.toLowerCase());
        resolve({ status: response.statusCode ?? 0, headers: response.headers, raw, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

export interface RawResponse {
  status: number;
  headers: IncomingHttpHeaders;
  /** Names of the headers as sent, in lower case. */
  raw: string[];
  body: Buffer;
}
