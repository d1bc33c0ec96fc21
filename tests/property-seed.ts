import fc from 'fast-check';

// A test fails because of a change, not because of the day. `SEED=$RANDOM npm test` looks for new counterexamples.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
