import type { Sample } from '../sample';

export const rust: readonly Sample[] = [
  {
    name: 'Rust, axum',
    needs: ['cargo'],
    path: 'src/main.rs',
    files: {
      'Cargo.toml':
        '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\naxum = { version = "0.7", default-features = false, features = ["tokio", "http1"] }\ntokio = { version = "1", features = ["rt", "macros", "net", "time", "signal"] }\n',
      'src/main.rs': `use axum::{routing::get, Router};
use std::time::Duration;

async fn work() -> &'static str {
    println!("busy");
    tokio::time::sleep(Duration::from_millis(300)).await;
    "done"
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let address = format!("0.0.0.0:{}", std::env::var("PORT").unwrap());
    let listener = tokio::net::TcpListener::bind(address).await.unwrap();
    println!("ready");
    axum::serve(listener, Router::new().route("/", get(work))).await.unwrap();
}
`,
    },
    prepare: [['cargo', 'build', '--quiet']],
    run: ['./target/debug/shop'],
  },
];
