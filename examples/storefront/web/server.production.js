// The shop as it is live: pages may be kept for a minute.
import express from 'express';
import { createApp } from './app.js';

const app = express();
app.use((_request, response, next) => {
  response.set('Cache-Control', 'private, max-age=60');
  next();
});
app.use(createApp());
app.listen(process.env.PORT || 3000);
