import type { Server } from 'node:http';

/** Listens on 127.0.0.1 and returns the port: 0 takes any free one. Throws an error that says what to do. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function explained(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new Error(`Port ${port} is in use by another program. Give another one, or 0 to take any free one.`, {
      cause: error,
    });
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be used by you. Give one above 1023, or 0 to take any free one.`, {
      cause: error,
    });
  return error;
}
