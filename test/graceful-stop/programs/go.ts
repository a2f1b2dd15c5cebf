import type { Sample } from '../sample';

const ANNOUNCE = `
func announce(address string) {
	for {
		if connection, err := net.Dial("tcp", address); err == nil {
			connection.Close()
			fmt.Println("ready")
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}
`;

const goApp = (name: string, modules: readonly string[], imported: string, main: string): Sample => ({
  name,
  needs: ['go'],
  path: 'main.go',
  files: {
    'go.mod': 'module shop\n\ngo 1.21\n',
    'main.go': `package main

import (
	"fmt"
	"net"
	"os"
	"time"

	"${imported}"
)

func main() {
${main}}
${ANNOUNCE}`,
  },
  prepare: [
    ['go', 'get', ...modules],
    ['go', 'build', '-o', 'shop', '.'],
  ],
  run: ['./shop'],
});

export const go: readonly Sample[] = [
  {
    name: 'Go, net/http',
    needs: ['go'],
    path: 'main.go',
    files: {
      'go.mod': 'module shop\n\ngo 1.21\n',
      'main.go': `package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		fmt.Fprint(w, "done")
	})
	go announce(":" + os.Getenv("PORT"))
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil))
}
${ANNOUNCE}`,
    },
    prepare: [['go', 'build', '-o', 'shop', '.']],
    run: ['./shop'],
  },
  goApp(
    'Go, Gin',
    ['github.com/gin-gonic/gin@v1.10.0'],
    'github.com/gin-gonic/gin',
    `	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.GET("/", func(c *gin.Context) {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		c.String(200, "done")
	})
	go announce(":" + os.Getenv("PORT"))
	r.Run(":" + os.Getenv("PORT"))
`,
  ),
  goApp(
    'Go, Echo',
    ['github.com/labstack/echo/v4@v4.12.0'],
    'github.com/labstack/echo/v4',
    `	e := echo.New()
	e.HideBanner = true
	e.GET("/", func(c echo.Context) error {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		return c.String(200, "done")
	})
	go announce(":" + os.Getenv("PORT"))
	e.Logger.Fatal(e.Start(":" + os.Getenv("PORT")))
`,
  ),
  goApp(
    'Go, Fiber',
    ['github.com/gofiber/fiber/v2@v2.52.5'],
    'github.com/gofiber/fiber/v2',
    `	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Get("/", func(c *fiber.Ctx) error {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		return c.SendString("done")
	})
	go announce(":" + os.Getenv("PORT"))
	panic(app.Listen(":" + os.Getenv("PORT")))
`,
  ),
  {
    name: 'Go, http.Server',
    needs: ['go'],
    path: 'main.go',
    files: {
      'go.mod': 'module shop\n\ngo 1.21\n',
      'main.go': `package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Println("busy")
		time.Sleep(300 * time.Millisecond)
		fmt.Fprint(w, "done")
	})
	srv := http.Server{Addr: ":" + os.Getenv("PORT"), Handler: mux}
	go announce(srv.Addr)
	log.Fatal(srv.ListenAndServe())
}
${ANNOUNCE}`,
    },
    prepare: [['go', 'build', '-o', 'shop', '.']],
    run: ['./shop'],
  },
];
